import { Refusal } from '#shared/errors.ts';
import { givenFields, positionAfter } from '../givenFields.ts';
import type { Handlers } from '../services.ts';
import { logoHandlers } from './logo.ts';
import { moveAcademicYear } from './moveAcademicYear.ts';
import { countOf, fieldsInWords } from './rules.ts';

/** The institution belongs to no cycle: names and contacts change when leads leave, so signing does not close it. */
export const institutionHandlers: Pick<
  Handlers,
  | 'institution.edit'
  | 'institution.setLogo'
  | 'institution.logo'
  | 'signatory.add'
  | 'signatory.edit'
  | 'signatory.remove'
  | 'staffNumber.add'
  | 'staffNumber.edit'
  | 'staffNumber.remove'
> = {
  ...logoHandlers,
  'institution.edit': ({ fields }, { rows, label }) => {
    const [institution] = rows.all('institution');
    if (!institution) throw new Refusal('not-found', { place: 'institution' });
    if (fields.logoId) rows.get('attachment', fields.logoId);
    if (fields.houseStyleId) rows.get('attachment', fields.houseStyleId);
    rows.update('institution', institution.id, givenFields(fields));
    const { academicYearStart = institution.academicYearStart } = fields;
    const moved =
      academicYearStart === institution.academicYearStart
        ? 0
        : moveAcademicYear(rows, institution.academicYearStart, academicYearStart);
    label(
      fields.logoId === null
        ? 'Removed the logo'
        : fields.houseStyleId === null
          ? 'Removed the house style'
          : moved > 0
            ? `Moved the start of the academic year, and the dates of ${moved} ${moved === 1 ? 'action' : 'actions'} with it`
            : `Edited ${fieldsInWords(Object.keys(fields))} of the institution`,
    );
    return {};
  },
  'signatory.add': ({ fields }, { rows, ports, label }) => {
    const id = ports.newId();
    const position = positionAfter(rows.all('signatory').map((each) => each.position));
    rows.insert('signatory', { id, position, ...fields });
    label(`Added ${fields.name || fields.role || 'a signatory'} as a signatory`);
    return { id };
  },
  'signatory.edit': ({ id, fields }, { rows, label }) => {
    const { role, name } = rows.get('signatory', id);
    rows.update('signatory', id, givenFields(fields));
    label(`Edited the signatory ${name || role}`.trimEnd());
    return {};
  },
  'signatory.remove': ({ id }, { rows, label }) => {
    const { role, name } = rows.get('signatory', id);
    rows.remove('signatory', id);
    label(`Removed the signatory ${name || role}`.trimEnd());
    return {};
  },
  'staffNumber.add': ({ fields }, { rows, ports, label }) => {
    const id = ports.newId();
    rows.insert('staffNumber', { id, ...fields });
    label(`Added the number of technical staff ${countOf(fields)}`);
    return { id };
  },
  'staffNumber.edit': ({ id, fields }, { rows, label }) => {
    const before = rows.get('staffNumber', id);
    rows.update('staffNumber', id, givenFields(fields));
    label(`Edited the number of technical staff ${countOf(before)}`);
    return {};
  },
  'staffNumber.remove': ({ id }, { rows, label }) => {
    const before = rows.get('staffNumber', id);
    rows.remove('staffNumber', id);
    label(`Removed the number of technical staff ${countOf(before)}`);
    return {};
  },
};
