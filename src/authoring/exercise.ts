/** The working half of an exercise, in the browser. What it asks is in `data-question`; its words are in the page. */
import { forgetAnswers, keepAnswer, keptAnswer } from './answers.ts';
import { indices, type Judgement, judge, type Question } from './check.ts';
import { sign } from './signs.ts';
import { strings } from './strings.ts';

const FORGET = 'unrolled:forget';

class ExerciseBox extends HTMLElement {
  private question!: Question;

  connectedCallback(): void {
    this.question = JSON.parse(this.dataset.question!);
    this.one<HTMLFieldSetElement>('fieldset').disabled = false;
    this.one('form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.check();
    });
    this.addEventListener('change', () => this.question.kind === 'choice' && this.tell(null));
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLButtonElement>('button');
      if (button?.dataset.move) this.move(button, Number(button.dataset.move));
      if (button?.matches('.forget')) this.forget();
    });
    addEventListener(FORGET, () => this.reset());
    this.restore();
    // Only what is said from now on is announced.
    this.one('.feedback').setAttribute('role', 'status');
  }

  private restore(): void {
    const kept = keptAnswer(this.key);
    if (kept === undefined) return;
    this.answer = kept;
    this.show(judge(this.question, kept), kept);
  }

  private check(): void {
    const answer = this.answer;
    const judgement = judge(this.question, answer);
    const problem = problemOf(this.question, judgement, answer);
    this.complain(problem);
    if (problem) return;
    keepAnswer(this.key, answer);
    this.show(judgement, answer);
  }

  private get key(): string {
    return `${location.pathname}#${this.id}`;
  }

  private get answer(): string {
    switch (this.question.kind) {
      case 'choice':
        return this.inputs.flatMap(({ checked }, i) => (checked ? [i] : [])).join();
      case 'order':
        return this.items.map(({ dataset }) => dataset.item).join();
      default:
        return this.inputs[0]!.value;
    }
  }

  private set answer(answer: string) {
    const chosen = indices(answer);
    if (this.question.kind === 'choice')
      for (const [i, input] of this.inputs.entries()) input.checked = chosen.includes(i);
    else if (this.question.kind === 'order') this.one('.items').append(...chosen.flatMap((item) => this.item(item)));
    else this.inputs[0]!.value = answer;
  }

  private get inputs(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('fieldset input')];
  }

  private get items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.items > li')];
  }

  private item(item: number): HTMLElement[] {
    return this.items.filter(({ dataset }) => Number(dataset.item) === item);
  }

  private one<E extends HTMLElement>(selector: string): E {
    return this.querySelector<E>(selector)!;
  }

  private move(button: HTMLButtonElement, by: number): void {
    const item = button.closest('li')!;
    const place = this.items.indexOf(item);
    const other = this.items[place + by];
    if (!other) return;
    if (by < 0) other.before(item);
    else other.after(item);
    button.focus();
    this.tell(null);
    this.one('.moves').textContent = strings.moved(item.dataset.name!, place + by + 1, this.items.length);
  }

  private show(judgement: Judgement, answer: string): void {
    const { verdict } = judgement;
    if (verdict === 'empty' || verdict === 'unreadable') return;
    const line = document.createElement('p');
    line.innerHTML = `${sign(verdict)} <strong>${strings.verdicts[verdict]}.</strong> `;
    const typed = this.question.kind === 'number' || this.question.kind === 'shape';
    if (typed) line.append(quoted(answer), ' ');
    line.append(...this.details(judgement));
    this.tell(line);
    this.one('.kept').hidden = false;
  }

  /** The reason that the page gives for this answer, or a word on where it slipped. */
  private details({ slip, reason, missing, inPlace }: Judgement): (string | Node)[] {
    if (reason !== undefined) {
      const given = this.querySelector(`[data-reason="${reason}"]`);
      return given ? [...given.cloneNode(true).childNodes] : [];
    }
    if (slip) return [strings[slip]];
    if (missing) return [strings.someMissing(missing)];
    return inPlace === undefined ? [] : [strings.inPlace(inPlace)];
  }

  private tell(line: Node | null): void {
    this.one('.feedback').replaceChildren(...(line ? [line] : []));
    this.complain('');
  }

  private complain(problem: string): void {
    const place = this.one('.problem');
    place.innerHTML = problem && `${sign('warning')} `;
    place.append(problem);
    for (const input of this.inputs) input.ariaInvalid = String(problem !== '');
    if (problem) this.inputs[0]?.focus();
  }

  private forget(): void {
    forgetAnswers();
    dispatchEvent(new Event(FORGET));
    this.one('.moves').textContent = strings.forgotten;
    this.one('.check').focus();
  }

  private reset(): void {
    this.one<HTMLFormElement>('form').reset();
    if (this.question.kind === 'order') this.answer = this.dataset.start!;
    this.tell(null);
    this.one('.kept').hidden = true;
  }
}

function problemOf({ kind }: Question, { verdict }: Judgement, answer: string): string {
  if (verdict === 'empty') return kind === 'choice' ? strings.emptyChoice : strings.emptyField;
  if (verdict !== 'unreadable') return '';
  return kind === 'shape' ? strings.unreadableShape(answer) : strings.unreadableNumber(answer);
}

function quoted(answer: string): HTMLElement {
  const element = document.createElement('q');
  element.textContent = answer.trim();
  return element;
}

customElements.define('exercise-box', ExerciseBox);
