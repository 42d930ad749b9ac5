import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import { useWorkspace } from '../stores/workspace.ts';
import { Button } from './Button.tsx';
import { Changing } from './Changing.tsx';
import { Checkbox } from './Checkbox.tsx';
import { GridMenu } from './grid/GridMenu.tsx';
import { MenuButton } from './MenuButton.tsx';

type Info = NonNullable<ChannelOutput<'app.state'>['workspace']>;
const lookedAt = { backupId: 'b', madeAt: '2026-11-21T10:00:00.000Z', workspaceId: 'w', cameFrom: true };
const open = (info: Partial<Info>): void => useWorkspace.setState({ info: info as Info });

let pressed: string[];
beforeEach(() => {
  pressed = [];
});
afterEach(() => {
  cleanup();
  useWorkspace.setState({ info: null });
});
const press = (what: string) => () => void pressed.push(what);
const everything = (
  <>
    <Changing>
      <Button onPress={press('bin')}>Put in the bin</Button>
    </Changing>
    <Changing what="Copies are handed over">
      <form aria-label="Hand over" />
    </Changing>
    <Changing stays>
      <Checkbox label="Who is counted" selected onChange={press('tick')} />
    </Changing>
    <MenuButton
      label="More"
      items={[
        { id: 'compare', label: 'Compare with now' },
        { id: 'rename', label: 'Rename…', changes: true },
      ]}
      onAction={(what) => press(what)()}
    />
  </>
);

it('offers what changes the workspace while that can be changed', async () => {
  open({ readOnly: false, lookedAt: null });
  render(everything);
  await userEvent.click(screen.getByRole('button', { name: 'Put in the bin' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Who is counted' }));
  expect(pressed).toEqual(['bin', 'tick']);
  screen.getByRole('form', { name: 'Hand over' });
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
    'Compare with now',
    'Rename…',
  ]);
});

it('offers none of it in a backup, says why where a form was, and shows what is ticked', async () => {
  open({ readOnly: true, lookedAt });
  render(everything);
  expect(screen.queryByRole('button', { name: 'Put in the bin' })).toBeNull();
  expect(screen.queryByRole('form')).toBeNull();
  screen.getByText(/^Copies are handed over in the workspace itself\. This is a backup/u);
  screen.getByRole('button', { name: 'Leave it, to the workspace' });
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Who is counted' });
  await userEvent.click(box);
  expect([box.checked, box.matches(':disabled'), pressed]).toEqual([true, true, []]);
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual(['Compare with now']);
});

it('says of a file that can only be read how it is worked on, and leads to no workspace', () => {
  open({ readOnly: true, lookedAt: null });
  render(everything);
  screen.getByText(/^Copies are handed over where the workspace can be changed\..*copy the file to a folder/u);
  expect(screen.queryByRole('button', { name: /^Leave it/u })).toBeNull();
});

it('leaves in the menu of a grid what only shows something', () => {
  open({ readOnly: true, lookedAt });
  const anchor = document.body.appendChild(document.createElement('button'));
  const items = [
    { id: 'open', label: 'Open the whole record', reads: true, run: press('open') },
    { id: 'bin', label: 'Put in the bin', run: press('bin') },
  ];
  render(<GridMenu items={items} rows={['1']} column="text" anchor={anchor} onClose={() => undefined} />);
  expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual(['Open the whole record']);
  anchor.remove();
});
