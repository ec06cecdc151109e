import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ready } from '../../support/ready.ts';

/** Go handlers as real code bases have them, and what is reported: the line of the handler, the rule. */
interface Case {
  readonly name: string;
  readonly source: string;
  readonly findings: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'nothing was made where making it failed, whatever the status of the helper that says so',
    source: `func routes(r *gin.Engine) { r.POST("/shelves", create) }
func create(c *gin.Context) {
	id, err := shelves.Create(c, read(c))
	if err != nil {
		c.JSON(200, gin.H{"id": id, "said": "later"})
		return
	}
	c.JSON(200, gin.H{"id": id})
}`,
    findings: ['8 created-is-201'],
  },
  {
    name: 'a writer that wraps another sends what others write',
    source: `func (rw *counted) Write(b []byte) (int, error) {
	if !rw.written {
		rw.WriteHeader(http.StatusOK)
	}
	return rw.inner.Write(b)
}`,
    findings: [],
  },
  {
    name: 'a token that its issuer gave for a code is no matter of the caller',
    source: `func callback(w http.ResponseWriter, r *http.Request) {
	token, err := oauth.Exchange(r.Context(), r.URL.Query().Get("code"))
	if err != nil {
		http.Error(w, "the issuer did not answer", http.StatusBadGateway)
		return
	}
	raw := token.Extra("id_token").(string)
	id, err := verifier.Verify(r.Context(), raw)
	if err != nil {
		http.Error(w, "the token cannot be verified", http.StatusInternalServerError)
		return
	}
	fmt.Fprint(w, id)
}`,
    findings: [],
  },
  {
    name: 'what fills a format is said with it',
    source: `func list(c *gin.Context) {
	shelves, err := store.Shelves(c)
	if err != nil {
		c.String(http.StatusInternalServerError, "shelves: %s", err)
		return
	}
	c.JSON(http.StatusOK, shelves)
}
func show(w http.ResponseWriter, r *http.Request) {
	shelf, err := store.Shelf(r.Context())
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		fmt.Fprintf(w, "%s: %v", shelf.Name, err)
		return
	}
	fmt.Fprint(w, shelf.Name)
}`,
    findings: ['4 error-detail-leak', '12 error-detail-leak'],
  },
  {
    name: 'an error may be called anything, or be a part of what a query gives',
    source: `func keep(c *gin.Context) {
	stored := cache.Set(c, "shelf", 1)
	if failedToKeep := stored.Err(); failedToKeep != nil {
		c.JSON(500, gin.H{"error": failedToKeep.Error()})
		return
	}
	if result := db.Create(&shelf); result.Error != nil {
		c.JSON(500, gin.H{"error": result.Error.Error()})
		return
	}
	c.JSON(200, gin.H{"kept": true})
}`,
    findings: ['4 error-detail-leak', '8 error-detail-leak'],
  },
  {
    name: 'texts about errors are no errors, wherever they stand',
    source: `const storageError = "the storage failed"
func keep(w http.ResponseWriter, r *http.Request) {
	if err := store.Keep(r.Context()); err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		w.Write([]byte(storageError))
		return
	}
	if err := store.Sync(r.Context()); err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		w.Write([]byte(textOfAnotherFileError))
		return
	}
	fmt.Fprint(w, "kept")
}`,
    findings: [],
  },
];

const before = 'package app\nimport ("fmt"; "net/http"; "github.com/gin-gonic/gin")\n';
const linesBefore = before.split('\n').length - 1;

suite('what is reported of Go handlers as people write them', () => {
  for (const { name, source, findings } of cases) {
    test(name, async () => {
      const { document, findings: found } = await ready(`${before}${source}\n`, undefined, 'app/handlers.go');
      assert.deepEqual(
        found.map(({ node, rule }) => `${document.positionAt(node.start).line + 1 - linesBefore} ${rule.id}`),
        findings,
      );
    });
  }
});
