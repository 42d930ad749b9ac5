import type { Voice } from '#shared/model/tables.ts';
import { type Theme, themes, type VoiceChannel, voiceChannels } from '#shared/model/words.ts';

export interface MatrixRow {
  /** null gathers what has no theme yet. */
  readonly theme: Theme | null;
  /** One number for each of the matrix's channels, in their order. */
  readonly counts: readonly number[];
  readonly total: number;
}

export interface VoiceMatrix {
  /** The channels that were used, in the order of the model: nine columns of which six are empty hide the gaps. */
  readonly channels: readonly VoiceChannel[];
  /** Every theme, also those that nobody spoke of; a last row without theme only where there is something in it. */
  readonly rows: readonly MatrixRow[];
  readonly silentThemes: readonly Theme[];
}

/** How often each theme was heard through each channel. An entry with two themes counts in both rows. */
export function voiceMatrix(entries: readonly Pick<Voice, 'channel' | 'themes'>[]): VoiceMatrix {
  const channels = voiceChannels.filter((channel) => entries.some((entry) => entry.channel === channel));
  const row = (theme: Theme | null): MatrixRow => {
    const heard = entries.filter((entry) =>
      theme === null ? entry.themes.length === 0 : entry.themes.includes(theme),
    );
    const counts = channels.map((channel) => heard.filter((entry) => entry.channel === channel).length);
    return { theme, counts, total: heard.length };
  };
  const byTheme = themes.map(row);
  const without = row(null);
  return {
    channels,
    rows: without.total > 0 ? [...byTheme, without] : byTheme,
    silentThemes: byTheme.flatMap(({ theme, total }) => (theme !== null && total === 0 ? [theme] : [])),
  };
}

/** The gaps as sentences, so that nobody has to look for the empty cells. */
export function gapsInWords(
  matrix: VoiceMatrix,
  name: (theme: Theme) => string,
  channelName: (channel: VoiceChannel) => string,
): readonly string[] {
  const sentences: string[] = [];
  const silent = matrix.silentThemes.map(name);
  if (silent.length > 0) sentences.push(`Nothing is recorded about ${listed(silent)}.`);
  for (const { theme, counts, total } of matrix.rows) {
    if (theme === null || total === 0 || matrix.channels.length < 2) continue;
    const [only, ...others] = matrix.channels.filter((_, at) => (counts[at] ?? 0) > 0);
    if (only && others.length === 0)
      sentences.push(`${name(theme)} was heard through one channel only: ${channelName(only)}.`);
  }
  return sentences;
}

function listed(names: readonly string[]): string {
  const [last, ...before] = names.toReversed();
  return before.length === 0 ? (last ?? '') : `${before.toReversed().join(', ')} or ${last}`;
}
