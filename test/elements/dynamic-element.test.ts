import {expect, fixtureSync, html} from '@open-wc/testing';
import {render} from 'lit';
import {dynamicElement} from '../../src/elements/directives/dynamic-element.js';

describe('dynamicElement()', () => {
  const show = (container: HTMLElement, tag: string, properties: object) => {
    render(html`${dynamicElement(tag, properties)}`, container);
    return container.firstElementChild!;
  };
  const contain = () => fixtureSync<HTMLElement>(html`<div></div>`);

  it('renders an element by its tag', () => {
    expect(show(contain(), 'dynamic-one', {}).localName).to.equal('dynamic-one');
  });

  it('keeps the element while the tag stays', () => {
    const container = contain();
    const before = show(container, 'dynamic-one', {});
    expect(show(container, 'dynamic-one', {}) === before).to.be.true;
  });

  it('renders another element for another tag', () => {
    const container = contain();
    show(container, 'dynamic-one', {});
    expect(show(container, 'dynamic-two', {}).localName).to.equal('dynamic-two');
    expect(container.childElementCount).to.equal(1);
  });

  it('sets properties before the element is on the page', () => {
    const seen: unknown[] = [];
    customElements.define(
      'dynamic-early',
      class extends HTMLElement {
        given = 0;

        connectedCallback() {
          seen.push(this.given);
        }
      },
    );
    show(contain(), 'dynamic-early', {given: 1});
    expect(seen).to.deep.equal([1]);
  });

  it('sets the latest properties once the element is defined', async () => {
    const container = contain();
    const element = show(container, 'dynamic-late', {given: 1});
    show(container, 'dynamic-late', {given: 2});
    expect(element).not.to.have.property('given');
    customElements.define('dynamic-late', class extends HTMLElement {});
    await customElements.whenDefined('dynamic-late');
    expect(element).to.have.property('given', 2);
  });

  it('sets nothing on an element that was replaced before it was defined', async () => {
    const container = contain();
    const gone = show(container, 'dynamic-gone', {given: 1});
    show(container, 'dynamic-two', {});
    customElements.define('dynamic-gone', class extends HTMLElement {});
    await customElements.whenDefined('dynamic-gone');
    expect(gone).not.to.have.property('given');
  });

  it('is for children only', () => {
    expect(() => {
      render(html`<p title=${dynamicElement('dynamic-one', {})}></p>`, contain());
    }).to.throw('dynamicElement() renders a child');
  });
});
