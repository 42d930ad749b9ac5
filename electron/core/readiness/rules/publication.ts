import type { Finding, ReadinessRule } from '../draft.ts';

/** domain.md 1: status and plan public on a discoverable web page with a named contact. */
export const publication: ReadinessRule = ({ answers, institution }) => {
  const items: Finding[] = [];
  for (const { question, answer } of answers) {
    if (question.kind !== 'publication') continue;
    const asked = new Set((question.facts ?? []).map((fact) => fact.key));
    const add = (rule: string, message: string, reason: string): void => {
      items.push({ weight: 'must', rule, message, reason, target: `/question/${question.key}` });
    };
    if (asked.has('status-published') && answer.facts['status-published'] !== 'yes') {
      add('status-not-published', 'It is not stated that the status as a signatory is published', minimum);
    }
    if (asked.has('plan-published') && answer.facts['plan-published'] !== 'yes') {
      add('plan-not-published', 'It is not stated that the plan is published', minimum);
    }
    const url = answer.facts.url;
    if (asked.has('url') && (typeof url !== 'string' || url.trim() === '')) {
      add('no-published-url', 'The address of the public page is missing', 'Reviewers open the page.');
    }
  }
  if ((institution?.contactName ?? '').trim() === '') {
    items.push({
      weight: 'must',
      rule: 'no-named-contact',
      message: 'There is no named contact',
      reason: 'The public page and the submission name a person to write to.',
      target: '/institution',
    });
  }
  return items;
};

const minimum = 'Status and plan on a public page are minimum expectations of a signatory.';
