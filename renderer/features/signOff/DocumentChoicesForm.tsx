import { Checkbox } from '../../components/Checkbox.tsx';
import {
  type DocumentChoices,
  type DocumentPart,
  documentParts,
  useDocumentChoices,
} from '../../stores/documentChoices.ts';
import { Choice } from './Choice.tsx';
import { useFrameworkOptions } from './groupingOptions.ts';
import styles from './SignOffScreen.module.css';

const partNames: Readonly<Record<DocumentPart, string>> = {
  brief: 'Brief for those who sign',
  questions: 'Questions and answers',
  signatures: 'Signatures',
  'last-plan': 'Appendix: RAG review of the last plan',
  'new-plan': 'Appendix: the new plan',
  voice: 'Appendix: technician voice',
  evidence: 'Appendix: evidence',
};

interface DocumentChoicesFormProps {
  readonly onChange: (choice: Partial<DocumentChoices>) => void;
  /** Of an earlier version: always a draft that carries its name. */
  readonly ofThePast?: boolean;
}

/** What the Word document is to hold. */
export function DocumentChoicesForm({ onChange, ofThePast = false }: DocumentChoicesFormProps) {
  const { parts, planAs, planBy, language, draft } = useDocumentChoices();
  const frameworks = useFrameworkOptions((title) => `One for each item of ${title}`);
  return (
    <>
      <fieldset className={styles.parts}>
        <legend>Parts</legend>
        {documentParts.map((part) => (
          <Checkbox
            key={part}
            label={partNames[part]}
            selected={parts.has(part)}
            onChange={(selected) => {
              const next = new Set(parts);
              if (selected) next.add(part);
              else next.delete(part);
              onChange({ parts: next });
            }}
          />
        ))}
      </fieldset>
      <Choice
        legend="The plans"
        name="plan-as"
        value={planAs}
        onChange={(value) => onChange({ planAs: value })}
        options={[
          { value: 'tables', label: 'As tables, on landscape pages' },
          { value: 'lists', label: 'As headings and lists, easier for screen readers and phones' },
        ]}
      />
      {frameworks.length === 0 ? null : (
        <Choice
          legend={planAs === 'tables' ? 'The tables' : 'The headings'}
          name="plan-by"
          value={frameworks.some(({ value }) => value === planBy) ? planBy : 'theme'}
          onChange={(value) => onChange({ planBy: value })}
          options={[{ value: 'theme', label: 'One for each theme' }, ...frameworks]}
        />
      )}
      <Choice
        legend="The words that are added to yours"
        name="language"
        value={language}
        onChange={(value) => onChange({ language: value })}
        options={[
          { value: 'en-GB', label: 'In English' },
          {
            value: 'cy-GB',
            label: 'In Welsh: headings and labels, and the language of the document; answers stay as they are written',
          },
        ]}
      />
      {ofThePast ? null : (
        <Choice
          legend="The copy"
          name="copy"
          value={draft ? 'draft' : 'issued'}
          onChange={(copy) => onChange({ draft: copy === 'draft' })}
          options={[
            { value: 'draft', label: 'A draft, marked as one on every page' },
            {
              value: 'issued',
              changes: true,
              label: 'An issued copy, kept here as it is, with version and fingerprint in the footer',
            },
          ]}
        />
      )}
    </>
  );
}
