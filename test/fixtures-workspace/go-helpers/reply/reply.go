package reply

import (
	"net/http"

	"github.com/go-pkgz/rest"
)

type Writer struct {
	log Logger
}

func (rw *Writer) Fail(w http.ResponseWriter, code int, err error) {
	rw.log.Warn(err)
	w.WriteHeader(code)
	rest.RenderJSON(w, rest.JSON{"error": err.Error()})
}

func (rw *Writer) Refuse(w http.ResponseWriter, text string) {
	http.Error(w, text, http.StatusForbidden)
	//                       ^^^^^^^^^^^^^^^ 403 sent net-http
}
