import { Refusal } from '#shared/errors.ts';
import { houseStyleLimits } from '#shared/limits.ts';
import { contentOf } from '../files/contents.ts';
import { keepAttachment } from '../files/keepAttachment.ts';
import type { FileTokens } from '../fileTokens.ts';
import type { Handlers } from '../services.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import type { ReadHouseStyle } from './houseStyle.ts';
import { readHouseStyle } from './readHouseStyle.ts';

/** The house style of the institution, read from the file as it is kept; null where there is none. */
export function houseStyleOf(rows: TableAccess): (ReadHouseStyle & { readonly fileName: string }) | null {
  const houseStyleId = rows.all('institution')[0]?.houseStyleId ?? null;
  if (houseStyleId === null) return null;
  const { sha256, fileName } = rows.get('attachment', houseStyleId);
  try {
    return { ...readHouseStyle(contentOf(rows.database, sha256), fileName), fileName };
  } catch (cause) {
    // Any attachment can be named by a call; what is no house style leaves the document in our own.
    if (cause instanceof Refusal) return null;
    throw cause;
  }
}

/** A file that is looked at as a house style and not kept. */
export async function houseStyleIn(
  token: string,
  fileTokens: FileTokens,
): Promise<ReadHouseStyle & { fileName: string }> {
  const { fileName, bytes } = await fileTokens.read(token, houseStyleLimits.fileBytes);
  return { ...readHouseStyle(bytes, fileName), fileName };
}

const wordDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const wordTemplate = 'application/vnd.openxmlformats-officedocument.wordprocessingml.template';

export const houseStyleHandlers: Pick<Handlers, 'institution.setHouseStyle' | 'institution.houseStyle'> = {
  'institution.setHouseStyle': async ({ file }, { rows, fileTokens, change, signal }) => {
    const [institution] = rows.all('institution');
    if (!institution) throw new Refusal('not-found', { place: 'institution' });
    const { fileName, bytes } = await fileTokens.read(file, houseStyleLimits.fileBytes);
    const { notes } = readHouseStyle(bytes, fileName);
    signal.throwIfAborted();
    const mediaType = /\.dotx$/iu.test(fileName) ? wordTemplate : wordDocument;
    return change(
      institution.houseStyleId === null ? 'Added the house style' : 'Replaced the house style',
      (context) => {
        const houseStyleId = keepAttachment(context, { fileName, bytes, mediaType });
        context.rows.update('institution', institution.id, { houseStyleId });
        return { houseStyleId, notes };
      },
    );
  },
  'institution.houseStyle': (_input, { rows }) => {
    const read = houseStyleOf(rows);
    if (read === null) return null;
    const { logo } = read.style;
    return {
      fileName: read.fileName,
      notes: read.notes,
      logo: logo === null ? null : { mediaType: logo.mediaType, base64: logo.base64 },
    };
  },
};
