import { describe, expect, it } from 'vitest';
import { readItem } from './outlineItem.ts';

const parts = (line: string) => {
  const { ref, text, fields } = readItem(line);
  return [ref, text, Object.fromEntries(fields.map((field) => [field.role, field.text]))];
};

describe('an item of a list', () => {
  it.each([
    ['Publish it (Y1)', '', 'Publish it', { timescale: 'Y1' }],
    ['Publish it (Y1-3) [Complete]', '', 'Publish it', { timescale: 'Y1-3', rag: 'Complete' }],
    ['Publish it (Lead: HR; by July 2025)', '', 'Publish it', { owner: 'HR', timescale: 'by July 2025' }],
    ['Publish it (HR, July 2025)', '', 'Publish it', { owner: 'HR', timescale: 'July 2025' }],
    ['Hold a day (31 June 2018)', '', 'Hold a day', { timescale: '31 June 2018' }],
    ['1.2 Publish it by July 2025', '1.2', 'Publish it by July 2025', { timescale: 'by July 2025' }],
    ['Action 3: Publish it – HR – July 2025', '3', 'Publish it', { owner: 'HR', timescale: 'July 2025' }],
    [
      'V1. Publish it | HR | July 2025 | Amber',
      'V1',
      'Publish it',
      { owner: 'HR', timescale: 'July 2025', rag: 'Amber' },
    ],
    ['Publish it. Lead: HR. Timescale: July 2025.', '', 'Publish it.', { owner: 'HR', timescale: 'July 2025' }],
    ['Publish it\nLead: HR\nRAG: Green', '', 'Publish it', { owner: 'HR', rag: 'Green' }],
    ['Year 1: publish it', '', 'publish it', { timescale: 'Year 1' }],
    [
      'Run a stall – Not started: there was no money',
      '',
      'Run a stall',
      { rag: 'Not started', redExplanation: 'there was no money' },
    ],
    ['Hold a day (ongoing, Visibility)', '', 'Hold a day', { timescale: 'ongoing', theme: 'Visibility' }],
  ])('is taken apart: %s', (line, ref, text, fields) => {
    expect(parts(line)).toEqual([ref, text, fields]);
  });

  it.each([
    'Publish the directory (with photographs) on the web',
    'Create 3 profiles – one for each faculty',
    '20 placements in other departments',
    'Celebrate success: awards for technical teaching',
    'Link to https://example.ac.uk: the page of the network',
    'Appoint a lead: the Technician Commitment Manager',
  ])('is left as it is where nothing in it is a field: %s', (line) => {
    expect(parts(line)).toEqual(['', line, {}]);
  });
});
