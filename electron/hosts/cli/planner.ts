#!/usr/bin/env node
import { createCore } from '../../core/core.ts';
import { createPorts } from '../ports.ts';
import { projectFolder } from '../projectFolder.ts';
import { runCommand } from './runCommand.ts';

const project = projectFolder();

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
