import {isSubmitEvent} from './is-submit-event.js';
import type {SubmissionController} from './submission-controller.js';
import type {SubmitResult} from './submit-event.js';

/** Hands over what a kind's own editor made, and gives the editor the host's answer. */
export function passOn(event: Event, submission: SubmissionController, isDisabled: boolean): void {
  if (!isSubmitEvent(event)) return;
  const {credential} = event;
  const delivered = isDisabled
    ? Promise.resolve(undefined)
    : submission.submit('save', (judge, form) => judge.judgeCredential(form, credential));
  const answer: Promise<SubmitResult> = delivered.then((outcome) => {
    if (outcome?.status === 'accepted') return outcome.result;
    throw new Error(outcome?.status ?? 'invalid', {cause: outcome});
  });
  event.respondWith(answer);
}
