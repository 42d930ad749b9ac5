import { describe, expect, it } from 'vitest';
import { inertHtml, styleOf } from './inertHtml.ts';

const parsed = (html: string): HTMLElement => new DOMParser().parseFromString(inertHtml(html), 'text/html').body;

describe('html that is made ready for the parser', () => {
  it('has no style attribute left, however it was written, and every style can still be asked for', () => {
    const body = parsed(
      `<p style="color:red">a</p><p STYLE='display:none'>b</p><p class=x style=width:1px id="y">c</p><br style="a:b"/>
       <td/style="e:f"><p title="a > b" style="g:h">d</p>`,
    );
    expect(body.querySelectorAll('[style]')).toHaveLength(0);
    const styles = [...body.querySelectorAll('p, br')].map(styleOf);
    expect(styles).toEqual(['color:red', 'display:none', 'width:1px', 'a:b', 'g:h']);
    expect(body.querySelector('#y')?.className).toBe('x');
  });

  it('keeps text and other attributes that speak of styles', () => {
    const body = parsed(`<p title='say style="x"' data-style="y">write style="bold" here, if 1 < 2 style=</p>`);
    expect(body.textContent).toBe('write style="bold" here, if 1 < 2 style=');
    expect(body.querySelector('p')?.title).toBe('say style="x"');
  });

  it('loses sheets of styles, and reads html that is damaged', () => {
    const body = parsed(`<style><!-- td { display: none } --></style><p style="a:b>c</p><p>d`);
    expect(body.querySelector('style')).toBeNull();
    expect(inertHtml('<p style')).toBe('<p data-kept-style');
    expect(inertHtml('')).toBe('');
  });
});
