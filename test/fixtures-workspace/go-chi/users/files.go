package users

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

type Files struct{}

func (f Files) Routes() chi.Router {
	r := chi.NewRouter()
	r.Get("/{name}", f.Show)
	return r
}

func (f Files) Show(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusGone)
	//                 ^^^^^^^^^^ 410 sent net-http GET /v1/files/{name}
}
