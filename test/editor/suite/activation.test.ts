import * as assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { extensions } from 'vscode';

suite('Activation', () => {
  test('the extension is there', () => {
    assert.ok(extensions.getExtension('http-status-assistant.http-status-assistant'));
  });
});
