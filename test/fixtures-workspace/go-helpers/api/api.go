package api

import (
	"net/http"

	"example.com/go-helpers/reply"
)

type Crates struct {
	out   *reply.Writer
	store Store
}

func (c *Crates) fail(w http.ResponseWriter, err error, code int) {
	c.out.Fail(w, code, err)
}

func (c *Crates) count(w http.ResponseWriter, r *http.Request) {
	if err := c.store.Count(r.Context()); err != nil {
		c.out.Fail(w, http.StatusInternalServerError, err)
		//                 ^^^^^^^^^^^^^^^^^^^^^^^^^ 500 sent net-http ! error-detail-leak
		return
	}
	w.WriteHeader(http.StatusNoContent)
	//                 ^^^^^^^^^^^^^^^ 204 sent net-http
}
