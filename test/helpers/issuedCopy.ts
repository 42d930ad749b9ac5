import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { richTextFromParagraphs } from '#shared/model/richText.ts';
import { openCore } from './openCore.ts';
import { zipDay } from './zipDay.ts';

/** A cycle with an answer and an action in each plan, and the copy that was issued of it. */
export async function issuedCopy(content = richTextFromParagraphs('The Registrar chairs the group.')) {
  const test = await openCore();
  const { call, core } = test;
  const { rows } = await call('workspace.load', {});
  const [cycle] = rows.cycle;
  const answer = rows.answer.find(({ questionKey }) => questionKey === 'governance-and-resourcing');
  if (!cycle || !answer) throw new Error('The workspace has no cycle');
  await call('answer.write', { id: answer.id, content });
  const last = await call('action.add', {
    planId: cycle.lastPlanId,
    fields: { ref: 'V1', text: 'Hold a conference', themes: ['visibility'] },
  });
  const next = await call('action.add', {
    planId: cycle.newPlanId,
    fields: { ref: 'V1', text: 'Hold a conference every year', themes: ['visibility'] },
  });
  const made = await call('export.word', {
    cycleId: cycle.id,
    parts: ['questions', 'signatures', 'last-plan', 'new-plan'],
    planAs: 'tables',
    language: 'en-GB',
    draft: false,
  });
  const { bytes } = await core.fileTokens.read(made.file, 10_000_000);
  const read = (content: Uint8Array, fileName = 'Returned.docx') =>
    call('returned.read', { file: core.fileTokens.holdBytes(fileName, content), cycleId: cycle.id });
  return { ...test, cycle, answer, last, next, made, bytes, read };
}

/** The document with one part rewritten, and parts added. */
export function rewritten(
  bytes: Uint8Array,
  rewrite: (part: string) => string,
  more: Readonly<Record<string, string>> = {},
  name = 'word/document.xml',
): Uint8Array {
  const parts = unzipSync(bytes);
  parts[name] = strToU8(rewrite(strFromU8(parts[name] as Uint8Array)));
  for (const [added, xml] of Object.entries(more)) parts[added] = strToU8(xml);
  return zipSync(parts, zipDay);
}
