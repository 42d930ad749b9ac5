import { describe, expect, it } from 'vitest';
import { everyChoice, previewOf } from '#test/helpers/importing.ts';
import { openCore } from '#test/helpers/openCore.ts';

/** plain.xlsx brought in, then next-year.xlsx with its first matched action left out. */
async function reported() {
  const test = await openCore();
  const first = await previewOf(test, 'plain.xlsx');
  const start = await test.call('import.apply', { previewId: first.previewId, choices: everyChoice(first) });
  const next = await previewOf(test, 'next-year.xlsx');
  const matched = next.preview.actions.find(({ match }) => match?.id);
  const choices = everyChoice(next).filter(({ key }) => key !== matched?.key);
  const report = await test.call('import.apply', { previewId: next.previewId, choices });
  const text = async (importRunId: string) => {
    const { file, fileName } = await test.call('import.report', { importRunId });
    const { bytes } = await test.core.fileTokens.read(file, 1_000_000);
    return { fileName, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
  };
  return { ...test, start, next, matched, report, text };
}

describe('the report of an import', () => {
  it('says of every action of the file what became of it, and what the file does not have', async () => {
    const { next, matched, report } = await reported();
    expect(report.lines.map(({ key }) => key)).toEqual(next.preview.actions.map(({ key }) => key));
    expect(report.lines.find(({ key }) => key === matched?.key)).toMatchObject({ outcome: 'left', fields: [] });
    for (const outcome of ['created', 'changed', 'same', 'left'] as const) {
      expect(report.lines.filter((line) => line.outcome === outcome)).toHaveLength(report[outcome]);
    }
    expect(report.notInFile).toEqual(next.preview.missing?.map(({ ref, action }) => ({ ref, action })));
    expect(report.notInFile.length).toBeGreaterThan(0);
  });

  it('stays with the workspace', async () => {
    const { call, report } = await reported();
    const { importRunId, ...kept } = report;
    const { rows } = await call('workspace.load', {});
    expect(rows.importRun.find(({ id }) => id === importRunId)?.report).toEqual(kept);
  });

  it('can be saved as a text file that names the file, the day, each action and its changed fields', async () => {
    const { report, text } = await reported();
    const saved = await text(report.importRunId);
    expect(saved.fileName).toBe('Import of next-year.xlsx.txt');
    expect(saved.text.startsWith('\uFEFFImport of next-year.xlsx\r\nBrought in on ')).toBe(true);
    expect(saved.text).toContain(`\r\nCreated ${report.created}\r\nChanged ${report.changed}\r\n`);
    for (const { action } of report.lines) expect(saved.text).toContain(action);
    for (const { action } of report.notInFile) expect(saved.text).toContain(action);
    expect(saved.text).toMatch(/- .+ \[.*RAG rating.*\]\r\n/u);
    expect(saved.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  it('says so once the import is taken back', async () => {
    const { call, report, text } = await reported();
    await call('import.undo', { importRunId: report.importRunId });
    expect((await text(report.importRunId)).text).toContain('\r\nTaken back on ');
  });

  it('is still there for an import whose release kept counts only', async () => {
    const { services, start, text } = await reported();
    services.change('As an earlier release', ({ rows }) => {
      const { lines: _lines, notInFile: _notInFile, ...counts } = rows.get('importRun', start.importRunId).report;
      rows.update('importRun', start.importRunId, { report: counts });
    });
    expect((await text(start.importRunId)).text).toContain(`Created ${start.created}`);
  });

  it('is refused for an import that the workspace does not know', async () => {
    const { refusal, next } = await reported();
    expect(await refusal('import.report', { importRunId: next.planId })).toMatchObject({ code: 'not-found' });
  });
});

describe('an import that cannot be taken back whole', () => {
  it('lists each action with what was edited of it since', async () => {
    const test = await reported();
    const changed = test.next.preview.actions.filter(({ match }) => match?.kind === 'extended').slice(0, 2);
    const [first, second] = changed.map(({ match }) => match?.id ?? '');
    await test.call('action.edit', { id: first ?? '', fields: { text: 'Mine', lead: 'Nobody' } });
    await test.call('rating.give', { actionIds: [second ?? ''], progress: 'More since' });
    const refusal = await test.refusal('import.undo', { importRunId: test.report.importRunId });
    expect(refusal.code).toBe('undo-conflict');
    expect(refusal.detail.edited).toEqual([
      expect.stringMatching(/^\S+: text/u),
      expect.stringMatching(/^\S+: progress$/u),
    ]);
  });
});
