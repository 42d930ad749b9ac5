import { useId } from 'react';
import { type VoiceChannel, voiceChannels } from '#shared/model/words.ts';
import fields from '../../components/Field.module.css';
import { voiceChannelWords } from '../../text/words.ts';

interface ChannelFieldProps {
  readonly value: VoiceChannel;
  readonly onChange: (channel: VoiceChannel) => void;
}

/** How technicians were heard, one of the known channels. */
export function ChannelField({ value, onChange }: ChannelFieldProps) {
  const id = useId();
  return (
    <label className={fields.field} htmlFor={id}>
      <span className={fields.label}>Channel</span>
      <select
        id={id}
        className={fields.select}
        value={value}
        onChange={(event) => {
          const channel = voiceChannels.find((each) => each === event.target.value);
          if (channel) onChange(channel);
        }}
      >
        {voiceChannels.map((channel) => (
          <option key={channel} value={channel}>
            {voiceChannelWords[channel]}
          </option>
        ))}
      </select>
    </label>
  );
}
