import type { OwnQuestionSetContent } from '#shared/model/ownQuestionSet.ts';
import { fail } from '#shared/result.ts';
import { AutosaveSelect } from '../../components/AutosaveSelect.tsx';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Icon } from '../../components/Icon.tsx';
import { dayOptions, inMonth, monthOptions } from '../institution/academicYear.ts';
import type { SetEdit } from './editOwnSet.ts';
import styles from './QuestionSets.module.css';
import { readWholeNumber } from './readWholeNumber.ts';

interface SetFieldsProps {
  readonly content: OwnQuestionSetContent;
  readonly edit: SetEdit;
}

/** What belongs to the set as a whole. The stage is that of the form it began with, since drafts move within a stage. */
export function SetFields({ content, edit }: SetFieldsProps) {
  const saveNumber = (what: string, field: 'planMonths' | 'dueMonthsAfterSigning') => async (text: string) => {
    const number = readWholeNumber(text);
    if (number === undefined)
      return fail({ code: 'input-invalid', detail: { field, reason: 'it has to be a whole number, such as 36' } });
    return edit.write(what, (present) => ({ ...present, [field]: number }));
  };
  const shown = (number: number | null): string => (number === null ? '' : String(number));
  return (
    <>
      <div className={styles.fields}>
        <AutosaveText
          label="Title"
          value={content.title}
          onSave={(title) => edit.write('Wrote the title', (present) => ({ ...present, title }))}
        />
        <AutosaveText
          label="Version"
          value={content.version}
          description="A year and a number, such as 2027.1. Raise it when others have the earlier one."
          onSave={(version) => edit.write('Wrote the version', (present) => ({ ...present, version: version.trim() }))}
        />
      </div>
      <Disclosure title="Name for the file, length of the plan, windows">
        <div className={styles.fields}>
          <AutosaveText
            label="Name for the file"
            value={content.id}
            description="Small letters, digits and hyphens. The same name and a higher version make it a newer version of itself."
            onSave={(id) => edit.write('Wrote the name for the file', (present) => ({ ...present, id: id.trim() }))}
          />
          <AutosaveText
            label="Months of the new plan"
            value={shown(content.planMonths)}
            onSave={saveNumber('Wrote the length of the plan', 'planMonths')}
          />
          <AutosaveText
            label="Due so many months after signing"
            value={shown(content.dueMonthsAfterSigning)}
            onSave={saveNumber('Wrote the months from signing', 'dueMonthsAfterSigning')}
          />
          <Changing stays>
            <Checkbox
              label="It reviews the last plan"
              selected={content.reviewsLastPlan}
              onChange={(reviewsLastPlan) =>
                void edit.act('Changed whether the last plan is reviewed', (present) => ({
                  ...present,
                  reviewsLastPlan,
                }))
              }
            />
          </Changing>
          <div className={styles.wide}>
            <Windows content={content} edit={edit} />
          </div>
        </div>
      </Disclosure>
    </>
  );
}

function Windows({ content, edit }: SetFieldsProps) {
  const { windows } = content;
  const padded = (number: number): string => String(number).padStart(2, '0');
  const put = (index: number, start: string) =>
    edit.act('Changed a submission window', (present) => ({
      ...present,
      windows: present.windows.map((window, at) =>
        at === index ? { month: Number(start.slice(0, 2)), day: Number(start.slice(3)) } : window,
      ),
    }));
  return (
    <fieldset>
      <legend>Submission windows: the days they close</legend>
      {windows.map(({ month, day }, index) => {
        const start = `${padded(month)}-${padded(day)}`;
        return (
          // Windows have no names of their own: their place is what they are known by.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <div key={index} className={styles.windows}>
            <AutosaveSelect
              label={`Day of window ${index + 1}`}
              value={padded(day)}
              options={dayOptions(start)}
              onSave={(value) => put(index, `${padded(month)}-${value}`)}
            />
            <AutosaveSelect
              label={`Month of window ${index + 1}`}
              value={padded(month)}
              options={monthOptions}
              onSave={(value) => put(index, inMonth(start, value))}
            />
            <Changing>
              <Button
                look="icon"
                aria-label={`Remove window ${index + 1}`}
                onPress={() =>
                  void edit.act('Removed a submission window', (present) => ({
                    ...present,
                    windows: present.windows.filter((_, at) => at !== index),
                  }))
                }
              >
                <Icon name="close" />
              </Button>
            </Changing>
          </div>
        );
      })}
      <Changing>
        <Button
          onPress={() =>
            void edit.act('Added a submission window', (present) => ({
              ...present,
              windows: [...present.windows, { month: 1, day: 31 }],
            }))
          }
        >
          <Icon name="add" /> Add a window
        </Button>
      </Changing>
    </fieldset>
  );
}
