#!/usr/bin/env node
import { createCore } from '../../core/core.ts';
import { createPorts } from '../ports.ts';
import { projectFolder } from '../projectFolder.ts';
import { runCommand } from './runCommand.ts';

const project = projectFolder();

// A reader that has seen enough, as `head`, is no reason for a word: what was asked for is done all the same.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code !== 'EPIPE') throw cause;
});

process.exitCode = await runCommand(
  process.argv.slice(2),
  (dataFolder) =>
    createCore(
      createPorts({ host: 'cli', resourcesFolder: project.resources, appVersion: project.version, dataFolder }),
    ),
  {
    print: (text) => process.stdout.write(`${text}\n`),
    tell: (message) => process.stderr.write(`${message}\n`),
  },
);
