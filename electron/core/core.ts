import { assembleCore, type Core } from './assemble.ts';
import { handlers } from './handlers.ts';
import type { Ports } from './ports.ts';

export type { Core };

/** The whole application without a window, a server or a terminal. */
export const createCore = (ports: Ports): Core => assembleCore(ports, handlers);
