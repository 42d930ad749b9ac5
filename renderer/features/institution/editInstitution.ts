import type { ChannelInput, ChannelOutput } from '#shared/contract/contract.ts';
import type { Result } from '#shared/result.ts';
import { run } from '../../actions/run.ts';

export type InstitutionFields = ChannelInput<'institution.edit'>['fields'];

export const editInstitution = (fields: InstitutionFields): Promise<Result<ChannelOutput<'institution.edit'>>> =>
  run('institution.edit', { fields });
