import { isEmptyRichText, richTextFromParagraphs, wordCountOf } from '#shared/model/richText.ts';
import type { Institution } from '#shared/model/tables.ts';
import { run } from '../../actions/run.ts';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { notify } from '../../stores/notices.ts';
import { useAnswers, useCycleView } from '../../stores/views.ts';
import { WordCount } from '../question/WordCount.tsx';
import { editInstitution } from './editInstitution.ts';
import styles from './InstitutionScreen.module.css';

/** The profile; at a stage that asks for one, with the limit of its question and the way into its answer. */
export function ProfileField({ institution }: { readonly institution: Institution }) {
  const view = useCycleView();
  const answers = useAnswers(view?.cycle);
  const question = view?.questions.find(({ key, kind }) => key === 'profile' && kind === 'rich-text');
  const answer = question ? answers.get(question.key) : undefined;
  const content = richTextFromParagraphs(institution.profile);
  const words = wordCountOf(content);
  const insert = async (id: string): Promise<void> => {
    const result = await run('answer.write', { id, content });
    if (result.ok) notify({ kind: 'done', message: 'The profile is in its answer now, as a draft.' });
  };
  return (
    <div className={styles.wide}>
      <AutosaveText
        label="Profile"
        multiline
        value={institution.profile}
        placeholder="What kind of institution it is, where, how large, and where its technicians work"
        onSave={(profile) => editInstitution({ profile })}
      />
      <p className={styles.count}>
        <WordCount words={words} limit={question?.wordLimit ?? null} />
        {question && answer && words > 0 && isEmptyRichText(answer.content) ? (
          <Changing>
            <Button look="quiet" onPress={() => void insert(answer.id)}>
              Put it into the answer to “{question.title}”
            </Button>
          </Changing>
        ) : null}
      </p>
    </div>
  );
}
