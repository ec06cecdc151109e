package api

import "net/http"

func (c *Crates) list(w http.ResponseWriter, r *http.Request) {
	crates, err := c.store.Crates()
	if err != nil {
		c.fail(w, err, 500)
		//             ^^^ 500 sent net-http ! error-detail-leak
		return
	}
	if err := c.store.Mark(crates); err != nil {
		c.fail(w, errors.New("the crates cannot be marked"), 500)
		//                                                   ^^^ 500 sent net-http
		return
	}
	w.WriteHeader(http.StatusNoContent)
	//                 ^^^^^^^^^^^^^^^ 204 sent net-http
}
