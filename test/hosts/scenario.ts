import type { ChannelInput, ChannelName, ChannelOutput } from '#shared/contract/contract.ts';
import type { Client } from '../../renderer/platform/client.ts';

/** What a workspace shows after the scenario, without ids and times, so that transports can be held against each other. */
export interface ScenarioOutcome {
  readonly institution: string | undefined;
  readonly action: string | undefined;
  readonly rating: { readonly rag: string | null; readonly explanation: string } | undefined;
  readonly answer: { readonly text: string; readonly words: number; readonly state: string } | undefined;
  /** The answer's text after undo and after redo. */
  readonly afterUndo: string | undefined;
  readonly undone: string;
  readonly redone: string;
  readonly refusal: string;
}

/**
 * One piece of work from a new workspace to its rows, in the words of the contract only. It must pass unchanged
 * whatever carries the calls.
 */
export async function scenario(client: Client): Promise<ScenarioOutcome> {
  const call = async <Name extends ChannelName>(
    channel: Name,
    input: ChannelInput<Name>,
  ): Promise<ChannelOutput<Name>> => {
    const result = await client.call(channel, input, { screen: '/scenario' });
    if (!result.ok) throw new Error(`${channel} was refused: ${JSON.stringify(result.error)}`);
    return result.value;
  };
  const rows = async () => (await call('workspace.load', {})).rows;

  await call('workspace.create', { institution: 'Eastmere University', stage: 3, signedOn: '2020-09-14' });
  const made = await rows();
  const cycle = made.cycle[0];
  const answer = made.answer.find(({ content }) => content !== undefined);
  if (!cycle || !answer) throw new Error('The new workspace has no cycle or no answers');

  const { id: actionId } = await call('action.add', {
    planId: cycle.lastPlanId,
    fields: { ref: 'V1', themes: ['visibility'], text: 'Show who keeps the laboratories running' },
  });
  await call('rating.give', { actionIds: [actionId], rag: 'red', explanation: 'The post was vacant until spring.' });
  await call('answer.write', {
    id: answer.id,
    content: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Two hundred technicians.' }] }],
    },
  });
  const undone = await call('history.undo', {});
  const afterUndo = (await rows()).answer.find(({ id }) => id === answer.id)?.plainText;
  const redone = await call('history.redo', {});
  const refused = await client.call('action.edit', {
    id: '00000000-0000-4000-8000-000000000000',
    fields: { ref: 'X' },
  });

  const done = await rows();
  const rating = done.rating.find((row) => row.actionId === actionId);
  const written = done.answer.find(({ id }) => id === answer.id);
  return {
    institution: done.institution[0]?.name,
    action: done.action.find(({ id }) => id === actionId)?.text,
    rating: rating && { rag: rating.rag, explanation: rating.explanation },
    answer: written && { text: written.plainText, words: written.words, state: written.state },
    afterUndo,
    undone: undone.screen,
    redone: redone.screen,
    refusal: refused.ok ? 'none' : refused.error.code,
  };
}
