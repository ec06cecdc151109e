import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applyEdits } from '../../support/edits.ts';
import { ready } from '../../support/ready.ts';

/** A call that keeps an error and sends no body, and what the fix of error-body makes of it. */
const cases: readonly (readonly [name: string, call: string, fixed: readonly string[] | undefined])[] = [
  ['a call by itself', 'c.AbortWithError(500, err)', ['_ = c.Error(err)', `c.AbortWithStatusJSON(500, ${body()})`]],
  [
    'one whose value is dropped',
    '_ = c.AbortWithError(500, err)',
    ['_ = c.Error(err)', `c.AbortWithStatusJSON(500, ${body()})`],
  ],
  [
    'what is said of the error stays',
    'c.AbortWithError(500, err).SetType(gin.ErrorTypePrivate)',
    ['_ = c.Error(err).SetType(gin.ErrorTypePrivate)', `c.AbortWithStatusJSON(500, ${body()})`],
  ],
  [
    'what is returned is returned',
    'return c.AbortWithError(500, err)',
    [`c.AbortWithStatusJSON(500, ${body()})`, 'return c.Error(err)'],
  ],
  ['a value that is used', 'kept := c.AbortWithError(500, err)', undefined],
  ['a call for later', 'defer c.AbortWithError(500, err)', undefined],
];

suite('an error that is kept is kept beside the body that is added', () => {
  for (const [name, call, fixed] of cases) {
    test(name, async () => {
      const source = sourceWith(call);
      const open = await ready(source, undefined, 'crates.go');
      const [finding] = open.findings.filter(({ rule }) => rule.id === 'error-body');
      assert.ok(finding, 'nothing is reported');
      const [fix] = finding.fixes();
      assert.equal(fix && applyEdits(source, fix.edits), fixed && sourceWith(fixed.join('\n\t\t')));
    });
  }
});

function body(): string {
  return 'gin.H{"error": "internal_server_error", "message": "Internal Server Error"}';
}

function sourceWith(call: string): string {
  return `package main

import "github.com/gin-gonic/gin"

func main() {
	router := gin.New()
	router.DELETE("/crates/:id", remove)
}

func remove(c *gin.Context) error {
	if err := crates.Remove(c.Param("id")); err != nil {
		${call}
	}
	return nil
}
`;
}
