/** A prediction, in the browser: keeps the guess in sight and shows it beside the truth. */
import { judge, type Question } from './check.ts';
import { sign } from './signs.ts';
import { strings } from './strings.ts';

class PredictBox extends HTMLElement {
  connectedCallback(): void {
    this.one<HTMLFieldSetElement>('fieldset').disabled = false;
    this.one('form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.reveal();
    });
  }

  private one<E extends HTMLElement>(selector: string): E {
    return this.querySelector<E>(selector)!;
  }

  private reveal(): void {
    const question: Question = JSON.parse(this.dataset.question!);
    const field = this.one<HTMLInputElement>('fieldset input');
    const input = field.type === 'radio' ? this.one<HTMLInputElement>('fieldset input:checked') : field;
    const { verdict } = judge(question, input?.value ?? '');
    const problem = problemOf(question, verdict, field.value);
    this.one('.problem').textContent = problem;
    field.ariaInvalid = String(problem !== '');
    if (problem) field.focus();
    else this.compare(verdict, input);
  }

  private compare(verdict: string, { type, value, dataset }: HTMLInputElement): void {
    const guess = this.one('.guess');
    guess.innerHTML = verdict === 'right' ? `${sign('right')} ` : '';
    guess.append(`${strings.youGuessed(type === 'radio' ? dataset.name! : value.trim())}. ${wordOn(verdict)}`);
    this.one<HTMLDetailsElement>('details').open = true;
  }
}

function problemOf({ kind }: Question, verdict: string, text: string): string {
  if (verdict === 'empty') return kind === 'choice' ? strings.emptyChoice : strings.emptyField;
  return verdict === 'unreadable' ? strings.unreadableNumber(text) : '';
}

function wordOn(verdict: string): string {
  if (verdict === 'right') return strings.guessHolds;
  return verdict === 'near' ? strings.guessNear : strings.guessMisses;
}

customElements.define('predict-box', PredictBox);
