import type { ReactNode } from 'react';
import type { AppError } from '#shared/errors.ts';
import { errorText } from '../text/errors.ts';
import { AmendmentOffer } from './AmendmentOffer.tsx';
import styles from './ErrorAlert.module.css';
import { Icon } from './Icon.tsx';

/** What happened and what to do, where the person is looking. */
export function ErrorAlert({ error, action }: { readonly error: AppError; readonly action?: ReactNode }) {
  const { message, remedy } = errorText(error);
  return (
    <div role="alert" className={styles.alert}>
      <Icon name="warning" />
      <div>
        <strong>{message}</strong>
        {remedy ? <p>{remedy}</p> : null}
        {action ?? <AmendmentOffer error={error} />}
      </div>
    </div>
  );
}
