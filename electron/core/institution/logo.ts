import { Refusal } from '#shared/errors.ts';
import { logoLimits } from '#shared/limits.ts';
import { contentOf } from '../files/contents.ts';
import { keepAttachment } from '../files/keepAttachment.ts';
import type { Handlers } from '../services.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { type LogoImage, readLogoImage } from './logoImage.ts';

export interface Logo extends LogoImage {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The logo of the institution with its bytes; null where there is none. */
export function logoOf(rows: TableAccess): Logo | null {
  const logoId = rows.all('institution')[0]?.logoId ?? null;
  if (logoId === null) return null;
  const { sha256, fileName } = rows.get('attachment', logoId);
  const bytes = contentOf(rows.database, sha256);
  const read = readLogoImage(bytes);
  // Any attachment could have been named before pictures were looked at: what is none is not printed.
  return read.ok ? { ...read.image, fileName, bytes } : null;
}

export const logoHandlers: Pick<Handlers, 'institution.setLogo' | 'institution.logo'> = {
  'institution.setLogo': async ({ file }, { rows, fileTokens, change, signal }) => {
    const [institution] = rows.all('institution');
    if (!institution) throw new Refusal('not-found', { place: 'institution' });
    const { fileName, bytes } = await fileTokens.read(file, logoLimits.bytes);
    if (bytes.byteLength === 0) throw new Refusal('file-empty', { fileName });
    const read = readLogoImage(bytes);
    if (!read.ok) throw new Refusal('refused-by-rule', { fileName, field: 'logo', reason: read.reason });
    signal.throwIfAborted();
    return change(institution.logoId === null ? 'Added the logo' : 'Replaced the logo', (context) => {
      const logoId = keepAttachment(context, { fileName, bytes, mediaType: read.image.mediaType });
      context.rows.update('institution', institution.id, { logoId });
      return { logoId };
    });
  },
  'institution.logo': (_input, { rows }) => {
    const logo = logoOf(rows);
    if (logo === null) return null;
    const { bytes, ...facts } = logo;
    return { ...facts, base64: Buffer.from(bytes).toString('base64') };
  },
};
