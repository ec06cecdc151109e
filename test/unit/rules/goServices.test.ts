import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ready } from '../../support/ready.ts';

/** Go handlers above layers of the project's own, and what is reported: the line of the handler, the rule. */
interface Case {
  readonly name: string;
  /** Beside those of the language. */
  readonly imports?: readonly string[];
  readonly source: string;
  readonly findings: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'whether an error is of a type says nothing of what was looked up',
    imports: ['github.com/julienschmidt/httprouter'],
    source: `func shelf(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	found, err := desk.GetShelf(ps.ByName("shelf"))
	if err != nil {
		partial, ok := err.(desk.PartialError)
		if !ok {
			http.Error(w, "the desk failed", http.StatusBadGateway)
			return
		}
		desk.Log(partial)
	}
	fmt.Fprint(w, found)
}`,
    findings: [],
  },
  {
    name: 'an error that is asserted to be of a type says what it is meant to say',
    source: `func load(w http.ResponseWriter, r *http.Request) {
	if err := desk.Load(r); err != nil {
		if failed, ok := err.(*loadError); ok {
			http.Error(w, failed.Error(), http.StatusInternalServerError)
			return
		}
		if full, ok := errors.AsType[*fullError](err); ok {
			http.Error(w, full.Error(), http.StatusInsufficientStorage)
			return
		}
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}`,
    findings: ['11 error-detail-leak'],
  },
  {
    name: 'what the request names is no setting, though it is called env',
    imports: ['github.com/gin-gonic/gin'],
    source: `func snippets(c *gin.Context) {
	env, err := desk.GetEnvironmentByID(c, c.Param("id"))
	if err != nil {
		c.JSON(404, gin.H{"error": "there is no such environment"})
		return
	}
	if env.KeyID == nil {
		c.JSON(400, gin.H{"error": "the environment has no key configured"})
		return
	}
	c.JSON(200, env)
}`,
    findings: [],
  },
  {
    name: 'an error whose text is replaced where the status is that of a failure is kept',
    imports: ['github.com/gin-gonic/gin'],
    source: `func trigger(c *gin.Context) {
	if err := desk.Trigger(c); err != nil {
		status := http.StatusInternalServerError
		if errors.Is(err, desk.ErrNone) {
			status = http.StatusNotFound
		}
		text := err.Error()
		if status == http.StatusInternalServerError {
			text = "the desk failed"
		}
		c.JSON(status, gin.H{"error": text})
		return
	}
	c.Status(204)
}`,
    findings: [],
  },
  {
    name: 'who is asked for a second factor may be known, and what a model says is no resource',
    imports: ['github.com/gin-gonic/gin'],
    source: `func routes(r *gin.Engine) { r.POST("/chat", complete) }
func confirm(c *gin.Context) {
	if err := phones.VerifyOTP(c.PostForm("phone"), c.PostForm("code")); err != nil {
		c.JSON(403, gin.H{"error": "the code is wrong"})
		return
	}
	c.Status(204)
}
func complete(c *gin.Context) {
	answer, err := model.CreateChatCompletion(c, question)
	if err != nil {
		c.JSON(502, gin.H{"error": "the model is silent"})
		return
	}
	c.JSON(200, answer)
}`,
    findings: [],
  },
  {
    name: 'nobody sees a field of a small letter, nor an error that others put into words',
    source: `type localized struct { err error; Message string }
func localize(err error) *localized { return &localized{err: err, Message: "failed"} }
func renderPage(w http.ResponseWriter, code int, err error, message string) {
	page := page{Error: localize(err), Success: message}
	w.WriteHeader(code)
	pages.Execute(w, page)
}
func render(w http.ResponseWriter, code int, err error, message string) {
	renderPage(w, code, err, message)
}
func keep(w http.ResponseWriter, r *http.Request) {
	if err := desk.Keep(r); err != nil {
		render(w, http.StatusInternalServerError, err, "")
		return
	}
	render(w, http.StatusOK, nil, "kept")
}`,
    findings: [],
  },
  {
    name: 'what is set before a function answers on what it is given, or finds around it, is set',
    source: `func check(w http.ResponseWriter, r *http.Request) {
	refuse := func(code int) {
		http.Error(w, "no", code)
	}
	if _, _, ok := r.BasicAuth(); !ok {
		w.Header().Set(desk.ChallengeField, realm)
		refuse(http.StatusUnauthorized)
	}
}
func (d *door) slow(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "slower", http.StatusTooManyRequests)
}
func (d *door) limit(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Retry-After", d.delay())
	d.slow(w, r)
}
func (d *door) full(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "full", http.StatusTooManyRequests)
}
func (d *door) enter(w http.ResponseWriter, r *http.Request) {
	d.full(w, r)
}`,
    findings: ['18 retry-after-on-503'],
  },
];

suite('what is reported of Go handlers above services', () => {
  for (const { name, imports = [], source, findings } of cases) {
    test(name, async () => {
      const imported = ['errors', 'fmt', 'net/http', ...imports].map((module) => `import "${module}"\n`);
      const before = `package app\n${imported.join('')}`;
      const { document, findings: found } = await ready(`${before}${source}\n`, undefined, 'app/handlers.go');
      const linesBefore = before.split('\n').length - 1;
      assert.deepEqual(
        found.map(({ node, rule }) => `${document.positionAt(node.start).line + 1 - linesBefore} ${rule.id}`),
        findings,
      );
    });
  }
});
