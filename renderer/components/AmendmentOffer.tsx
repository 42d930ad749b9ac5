import type { AppError } from '#shared/errors.ts';
import { beginAmending } from '../stores/amending.ts';
import { Button } from './Button.tsx';

/** The way on from a change that was refused because of a signature, where it was refused. */
export function AmendmentOffer({ error }: { readonly error: AppError | null }) {
  const cycleId = error?.code === 'signed-off' ? error.detail.cycleId : undefined;
  if (cycleId === undefined) return null;
  return <Button onPress={() => beginAmending(cycleId)}>Start an amendment…</Button>;
}
