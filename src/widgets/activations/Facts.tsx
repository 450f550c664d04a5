/** The numbers at the place, and what holds of each function in the picture: range, flat parts, corners, crossings. */
import { Fragment } from 'preact';
import { long } from '../_shared/long.ts';
import { short } from '../_shared/notation.ts';
import { numberAttributes } from '../_shared/number.ts';
import type { Order } from './derivatives.ts';
import type { Curve, ScalarFrame } from './model.ts';
import { strings } from './strings.ts';

/** A number with its meaning. */
const Num = ({ name, value, text = long(value) }: { name: string; value: number; text?: string }) => (
  <span {...numberAttributes({ name, symbol: name[0]!, kind: 'value', index: [], value })}>{text}</span>
);

export function Numbers({ frame: { state, curves } }: { readonly frame: ScalarFrame }) {
  const row = (order: Order) => (
    <tr>
      <th scope="row">{strings.numbers.rows[order]}</th>
      {curves.map(({ letter, probe: { values, corner } }) => (
        <td key={letter}>
          <Num name={`${letter}${order}`} value={values[order]} />
          {corner?.order === order && <small>{strings.numbers.sides(corner)}</small>}
        </td>
      ))}
    </tr>
  );
  return (
    <table class="numbers">
      <caption class="sr">{strings.numbers.caption(state.x)}</caption>
      <thead>
        <tr>
          <td />
          {curves.map((curve) => (
            <th key={curve.letter} scope="col">
              {strings.nameOf(curve)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {row(0)}
        {row(1)}
        <tr class="check">
          <th scope="row">{strings.numbers.check}</th>
          {curves.map(({ letter, probe: { check } }) => (
            <td key={letter}>
              {check === undefined ? strings.numbers.none : <Num name={`${letter}-check`} value={check} />}
            </td>
          ))}
        </tr>
        {row(2)}
      </tbody>
    </table>
  );
}

export function Facts({ frame: { state, curves, comparison } }: { readonly frame: ScalarFrame }) {
  const { facts } = strings;
  const of = (curve: Curve) => (
    <Fragment key={curve.letter}>
      <li>
        {facts.values(curve.letter)} <Num name={`${curve.letter}-low`} value={curve.low} text={short(curve.low)} />{' '}
        {facts.to} <Num name={`${curve.letter}-high`} value={curve.high} text={short(curve.high)} />;{' '}
        {facts.far(curve.far)}.
      </li>
      {facts.zones(curve, state.span, state.threshold).map((text) => (
        <li key={text}>{text}</li>
      ))}
      {curve.corners.map((corner) => (
        <li key={corner.at} class="warning" data-note="corner">
          {facts.corner(curve.letter, corner)}
        </li>
      ))}
    </Fragment>
  );
  return (
    <ul class="notes">
      {comparison &&
        facts.meet(comparison).map((text) => (
          <li key={text} data-note="meet">
            {text}
          </li>
        ))}
      {curves.map(of)}
    </ul>
  );
}
