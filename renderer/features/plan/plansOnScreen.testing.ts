import type { ChannelName } from '#shared/contract/contract.ts';
import type { Action, Cycle, Lineage, Plan, QuestionSetRow, Rating } from '#shared/model/tables.ts';
import { succeed } from '#shared/result.ts';
import type { Client } from '../../platform/client.ts';
import type { Platform } from '../../platform/platform.ts';
import { setHost } from '../../stores/host.ts';
import { useInspector } from '../../stores/inspector.ts';
import { useWorkspace } from '../../stores/workspace.ts';

/** For tests of the two plans: rows on the screen, and a client that notes what it is asked for and answers. */

let asked: { readonly channel: ChannelName; readonly input: unknown }[] = [];
let answers: Partial<Record<ChannelName, unknown>> = {};

/** What a channel was called with, in order, since the plans were shown first. */
export const calls = (channel: ChannelName): readonly unknown[] =>
  asked.filter((each) => each.channel === channel).map(({ input }) => input);

export const answering = (channel: ChannelName, value: unknown): void => {
  answers = { ...answers, [channel]: value };
};

const client: Client = {
  call: async (channel, input) => {
    asked.push({ channel, input });
    if (channel === 'history.ofRow' || (channel === 'readiness.list' && !answers[channel])) return succeed([] as never);
    return succeed((answers[channel] ?? {}) as never);
  },
};

const plan = (id: string, startsOn: string, endsOn: string): Plan => ({
  id,
  title: id,
  startsOn,
  endsOn,
  months: 36,
  submittedOn: null,
});
const cycle: Cycle = {
  id: 'cycle',
  stage: 3,
  questionSetId: 'set',
  signedOn: null,
  dueOn: '2027-01-31',
  extendedFrom: null,
  lastPlanId: 'last',
  newPlanId: 'new',
  createdAt: '2026-09-01T09:00:00.000Z',
  brief: { askedOfSignatory: '', changedSinceLastTime: '', risks: [], budget: '' },
};

export function showPlans(given: {
  readonly actions: readonly Action[];
  readonly ratings?: readonly Rating[];
  readonly lineage?: readonly Lineage[];
}): void {
  asked = [];
  answers = {};
  setHost({ platform: { kind: 'browser' } as Platform, client });
  if (!useInspector.getState().place) {
    const place = document.createElement('aside');
    document.body.append(place);
    useInspector.setState({ place });
  }
  const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
    new Map(rows.map((row) => [row.id, row]));
  useWorkspace.setState((state) => ({
    loaded: true,
    rows: {
      ...state.rows,
      cycle: byId([cycle]),
      questionSet: byId([{ id: 'set', content: { questions: [] } } as unknown as QuestionSetRow]),
      plan: byId([plan('last', '2023-08-01', '2026-07-31'), plan('new', '2027-02-01', '2030-01-31')]),
      action: byId(given.actions),
      rating: byId(given.ratings ?? []),
      lineage: byId(given.lineage ?? []),
    },
  }));
}
