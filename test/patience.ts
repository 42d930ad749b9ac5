import { expect } from 'vitest';

/**
 * What is waited for in a component is waited for as long as a test may take, and not for the second that the library
 * allows: a busy machine is no failure, and what is there already is seen at the first look.
 */
if (expect.getState().testPath?.endsWith('.tsx')) {
  const { configure } = await import('@testing-library/react');
  configure({ asyncUtilTimeout: 30_000 });
}
