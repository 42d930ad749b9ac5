import { useCallback, useEffect, useRef, useState } from 'react';
import type { GridRequest } from '../../components/grid/gridProps.ts';
import { goTo, useRoute } from '../../stores/route.ts';

/**
 * The row in hand of a register, by its address: moving in the grid writes the address, and an address that comes from
 * elsewhere (a link, Back, an entry just made) leads the grid to its row.
 */
export function useRegisterPlace(room: 'voice' | 'evidence', id: string | undefined) {
  const [request, setRequest] = useState<GridRequest | null>(null);
  const place = useRef<string | null>(null);
  const ask = useCallback(
    (row: string, focus: boolean) => setRequest((last) => ({ row, focus, serial: (last?.serial ?? 0) + 1 })),
    [],
  );
  const visit = useRoute((state) => state.visit);
  // biome-ignore lint/correctness/useExhaustiveDependencies: led here once more is a reason to show it once more
  useEffect(() => {
    if (id !== undefined && id !== place.current) ask(id, false);
  }, [visit, id, ask]);
  const onPlace = useCallback(
    (row: string | null) => {
      place.current = row;
      // Only a person in the grid moves on; the first row of a screen that opens is nobody's choice.
      const isInGrid = document.activeElement?.closest('[data-grid]') !== null;
      if (row !== null && isInGrid && useRoute.getState().path.startsWith(`/${room}`)) goTo(`/${room}/${row}`);
    },
    [room],
  );
  return { request, onPlace };
}
