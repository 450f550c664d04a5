import { expect, it } from 'vitest';
import { backward, network, print, rnn, unroll } from './index.ts';

const program = network(rnn, { X: 2, H: 3, Y: 1, T: 2, loss: 'mse' });

it('prints the RNN, forward and backward, time as a scan', () => {
  expect(print(backward(program))).toMatchInlineSnapshot(`
    "parameter W_hh : [3, 3]
    parameter W_xh : [3, 2]
    parameter b_h : [3]
    parameter W_hy : [1, 3]
    parameter b_y : [1]
    state h_0 : [3]
    data x : [2, 2]
    data target : [2, 1]
    scan h, t = 1 … 2
      carry h[t-1]: first h_0, then h[t]; at the end h[T]
      read x[t] from x
      read target[t] from target
      share W_hh, W_xh, b_h, W_hy, b_y
        W_hh·h[t-1] : [3]
        W_xh·x[t] : [3]
        a[t] = W_hh·h[t-1] + W_xh·x[t] + b_h : [3]
        h[t] = tanh(a[t]) : [3]
        W_hy·h[t] : [1]
        y[t] = W_hy·h[t] + b_y : [1]
        y[t] − target[t] : [1]
        (y[t] − target[t])² : [1]
        l[t] = mean((y[t] − target[t])²)
      keep a[t] as a
      keep h[t] as h
      keep y[t] as y
      keep l[t] as l
      keep y[t] − target[t] as y[1…T] − target[1…T]
      keep h[t-1] as h[0…T-1]
    L = Σ_t l
    dL/dL = 1
    dL/dl = every step(dL/dL) : [2]
    zero dL/dh[T] = 0 : [3]
    zero dL/dW_hh = 0 : [3, 3]
    zero dL/dW_xh = 0 : [3, 2]
    zero dL/db_h = 0 : [3]
    zero dL/dW_hy = 0 : [1, 3]
    zero dL/db_y = 0 : [1]
    backward of scan h, t = 2 … 1
      carry dL/dh[t]←future: first zero dL/dh[T], then dL/dh[t-1]←a[t]; at the end dL/dh_0
      carry dL/dW_hh←future: first zero dL/dW_hh, then dL/dW_hh←a[t]+; at the end dL/dW_hh
      carry dL/dW_xh←future: first zero dL/dW_xh, then dL/dW_xh←a[t]+; at the end dL/dW_xh
      carry dL/db_h←future: first zero dL/db_h, then dL/db_h←a[t]+; at the end dL/db_h
      carry dL/dW_hy←future: first zero dL/dW_hy, then dL/dW_hy←y[t]+; at the end dL/dW_hy
      carry dL/db_y←future: first zero dL/db_y, then dL/db_y←y[t]+; at the end dL/db_y
      read dL/dl[t] from dL/dl
      read y[t] − target[t] from y[1…T] − target[1…T]
      read h[t] from h
      read x[t] from x
      read h[t-1] from h[0…T-1]
      share W_hy, W_hh
        dl[t]/d((y[t] − target[t])²) = 1 : [1]
        dL/d((y[t] − target[t])²) = dL/dl[t]·dl[t]/d((y[t] − target[t])²) : [1]
        d((y[t] − target[t])²)/d(y[t] − target[t]) = 2 ⊙ (y[t] − target[t]) : [1]
        dL/d(y[t] − target[t]) = dL/d((y[t] − target[t])²) ⊙ d((y[t] − target[t])²)/d(y[t] − target[t]) : [1]
        dL/dy[t] = dL/d(y[t] − target[t]) : [1]
        dL/db_y←y[t] = dL/dy[t] : [1]
        dL/db_y←y[t]+ = dL/db_y←future + dL/db_y←y[t] : [1]
        dL/dW_hy←y[t] = dL/dy[t]⊗h[t] : [1, 3]
        dL/dW_hy←y[t]+ = dL/dW_hy←future + dL/dW_hy←y[t] : [1, 3]
        dL/dh[t]←y[t] = W_hyᵀ·dL/dy[t] : [3]
        dL/dh[t] = dL/dh[t]←future + dL/dh[t]←y[t] : [3]
        h[t]² : [3]
        dh[t]/da[t] = 1 − h[t]² : [3]
        dL/da[t] = dL/dh[t] ⊙ dh[t]/da[t] : [3]
        dL/db_h←a[t] = dL/da[t] : [3]
        dL/db_h←a[t]+ = dL/db_h←future + dL/db_h←a[t] : [3]
        dL/dW_xh←a[t] = dL/da[t]⊗x[t] : [3, 2]
        dL/dW_xh←a[t]+ = dL/dW_xh←future + dL/dW_xh←a[t] : [3, 2]
        dL/dW_hh←a[t] = dL/da[t]⊗h[t-1] : [3, 3]
        dL/dW_hh←a[t]+ = dL/dW_hh←future + dL/dW_hh←a[t] : [3, 3]
        dL/dh[t-1]←a[t] = W_hhᵀ·dL/da[t] : [3]"
  `);
});

it('prints the RNN unrolled over two steps, forward and backward', () => {
  expect(print(backward(unroll(program)))).toMatchInlineSnapshot(`
    "parameter W_hh : [3, 3]
    parameter W_xh : [3, 2]
    parameter b_h : [3]
    parameter W_hy : [1, 3]
    parameter b_y : [1]
    state h_0 : [3]
    data x_1 : [2]
    data x_2 : [2]
    data target_1 : [1]
    data target_2 : [1]
    W_hh·h_0 : [3]
    W_xh·x_1 : [3]
    a_1 = W_hh·h_0 + W_xh·x_1 + b_h : [3]
    h_1 = tanh(a_1) : [3]
    W_hy·h_1 : [1]
    y_1 = W_hy·h_1 + b_y : [1]
    y_1 − target_1 : [1]
    (y_1 − target_1)² : [1]
    l_1 = mean((y_1 − target_1)²)
    W_hh·h_1 : [3]
    W_xh·x_2 : [3]
    a_2 = W_hh·h_1 + W_xh·x_2 + b_h : [3]
    h_2 = tanh(a_2) : [3]
    W_hy·h_2 : [1]
    y_2 = W_hy·h_2 + b_y : [1]
    y_2 − target_2 : [1]
    (y_2 − target_2)² : [1]
    l_2 = mean((y_2 − target_2)²)
    L = l_1 + l_2
    dL/dL = 1
    dL/dl_1 = dL/dL
    dL/dl_2 = dL/dL
    dl_2/d((y_2 − target_2)²) = 1 : [1]
    dL/d((y_2 − target_2)²) = dL/dl_2·dl_2/d((y_2 − target_2)²) : [1]
    d((y_2 − target_2)²)/d(y_2 − target_2) = 2 ⊙ (y_2 − target_2) : [1]
    dL/d(y_2 − target_2) = dL/d((y_2 − target_2)²) ⊙ d((y_2 − target_2)²)/d(y_2 − target_2) : [1]
    dL/dy_2 = dL/d(y_2 − target_2) : [1]
    dL/db_y←y_2 = dL/dy_2 : [1]
    dL/dW_hy←y_2 = dL/dy_2⊗h_2 : [1, 3]
    dL/dh_2 = W_hyᵀ·dL/dy_2 : [3]
    h_2² : [3]
    dh_2/da_2 = 1 − h_2² : [3]
    dL/da_2 = dL/dh_2 ⊙ dh_2/da_2 : [3]
    dL/db_h←a_2 = dL/da_2 : [3]
    dL/dW_xh←a_2 = dL/da_2⊗x_2 : [3, 2]
    dL/dW_hh←a_2 = dL/da_2⊗h_1 : [3, 3]
    dL/dh_1←a_2 = W_hhᵀ·dL/da_2 : [3]
    dl_1/d((y_1 − target_1)²) = 1 : [1]
    dL/d((y_1 − target_1)²) = dL/dl_1·dl_1/d((y_1 − target_1)²) : [1]
    d((y_1 − target_1)²)/d(y_1 − target_1) = 2 ⊙ (y_1 − target_1) : [1]
    dL/d(y_1 − target_1) = dL/d((y_1 − target_1)²) ⊙ d((y_1 − target_1)²)/d(y_1 − target_1) : [1]
    dL/dy_1 = dL/d(y_1 − target_1) : [1]
    dL/db_y←y_1 = dL/dy_1 : [1]
    dL/db_y = dL/db_y←y_2 + dL/db_y←y_1 : [1]
    dL/dW_hy←y_1 = dL/dy_1⊗h_1 : [1, 3]
    dL/dW_hy = dL/dW_hy←y_2 + dL/dW_hy←y_1 : [1, 3]
    dL/dh_1←y_1 = W_hyᵀ·dL/dy_1 : [3]
    dL/dh_1 = dL/dh_1←a_2 + dL/dh_1←y_1 : [3]
    h_1² : [3]
    dh_1/da_1 = 1 − h_1² : [3]
    dL/da_1 = dL/dh_1 ⊙ dh_1/da_1 : [3]
    dL/db_h←a_1 = dL/da_1 : [3]
    dL/db_h = dL/db_h←a_2 + dL/db_h←a_1 : [3]
    dL/dW_xh←a_1 = dL/da_1⊗x_1 : [3, 2]
    dL/dW_xh = dL/dW_xh←a_2 + dL/dW_xh←a_1 : [3, 2]
    dL/dW_hh←a_1 = dL/da_1⊗h_0 : [3, 3]
    dL/dW_hh = dL/dW_hh←a_2 + dL/dW_hh←a_1 : [3, 3]
    dL/dh_0 = W_hhᵀ·dL/da_1 : [3]"
  `);
});
