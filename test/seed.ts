import fc from 'fast-check';

/**
 * Property tests draw the same examples in every run, so that what passed once passes on the next machine; `FAULTS=all`
 * draws new ones. A failure prints its seed either way.
 */
if (process.env.FAULTS !== 'all') fc.configureGlobal({ seed: 20_270_131 });
