import styles from './ImportScreen.module.css';

/** A colour of the file beside its words. */
export function Swatch({ colour }: { readonly colour: string }) {
  return <span className={styles.swatch} style={{ background: colour }} aria-hidden="true" />;
}
