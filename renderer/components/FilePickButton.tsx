import { showError } from '../actions/run.ts';
import type { FilePurpose, HeldFileName } from '../platform/platform.ts';
import { host } from '../stores/host.ts';
import { Button } from './Button.tsx';

interface FilePickButtonProps {
  readonly label: string;
  /** Endings with their dot. */
  readonly accept: readonly string[];
  readonly purpose: FilePurpose;
  readonly onFile: (file: HeldFileName) => void;
  readonly look?: 'plain' | 'primary' | 'quiet';
}

export function FilePickButton({ label, accept, purpose, onFile, look = 'plain' }: FilePickButtonProps) {
  const pick = async (): Promise<void> => {
    const result = await host().platform.pickFile({ accept, purpose });
    if (!result.ok) showError(result.error);
    else if (result.value) onFile(result.value);
  };
  return (
    <Button look={look} onPress={() => void pick()}>
      {label}
    </Button>
  );
}
