import {Component, CUSTOM_ELEMENTS_SCHEMA, signal} from '@angular/core';
import type {KeyslotSubmitEvent, OAuthOptions} from 'keyslot';
import 'keyslot/define';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <h1>Integrations</h1>
      @if (connector()) {
        <keyslot-connect
          [connector]="connector()"
          [oauth]="oauth"
          (keyslot-submit)="$event.respondWith(save($event))"
        />
        <button (click)="connector.set(undefined)">Close</button>
      } @else {
        <button (click)="open()">Connect an application</button>
      }
      @if (account()) {
        <output>Connected as {{ account() }}</output>
      }
    </main>
  `,
})
export class App {
  protected readonly connector = signal<unknown>(undefined);
  protected readonly account = signal<string | undefined>(undefined);
  protected readonly oauth: OAuthOptions = {
    redirectUri: `${location.origin}/callback/callback.html`,
    allowLoopback: true, // only where the provider is on this machine
  };

  protected async open() {
    const response = await fetch('/connector.json');
    this.connector.set(await response.json());
    this.account.set(undefined);
  }

  protected async save({credential, signal}: KeyslotSubmitEvent) {
    const response = await fetch('/connections', {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify(credential),
      signal,
    });
    const answer = await response.json();
    if (!response.ok) throw answer; // {message?, fields?: {store: '…'}}
    this.account.set(answer.account);
    return answer; // {account?, warnings?}
  }
}
