import { goTo } from '../../stores/route.ts';
import styles from './register.module.css';

interface GapLinksProps {
  readonly title: string;
  /** What is said where there is no gap. */
  readonly none: string;
  readonly gaps: readonly { readonly id: string; readonly label: string; readonly path: string }[];
}

/** Names each gap and leads to it, so that nobody has to look for empty rows and columns. */
export function GapLinks({ title, none, gaps }: GapLinksProps) {
  if (gaps.length === 0) return <p>{none}</p>;
  return (
    <p className={styles.gapLinks}>
      <strong>
        {title} ({gaps.length}):
      </strong>{' '}
      {gaps.map(({ id, label, path }, at) => (
        <span key={id}>
          {at > 0 ? ', ' : ''}
          <a
            href={`#${path}`}
            onClick={(event) => {
              event.preventDefault();
              goTo(path);
            }}
          >
            {label}
          </a>
        </span>
      ))}
    </p>
  );
}
