package api

import (
	"errors"
	"net/http"

	"example.com/depot/failure"
)

type handler func(w http.ResponseWriter, r *http.Request) error

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := h(w, r)
	var failed *failure.Failure
	switch {
	case err == nil:
	case errors.As(err, &failed):
		http.Error(w, failed.Message, failed.Code)
	default:
		http.Error(w, "something went wrong", http.StatusInternalServerError)
		//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^ 500 sent net-http
	}
}

func Routes(mux *http.ServeMux, p *Parcels) {
	mux.Handle("GET /parcels/{id}", handler(p.show))
	mux.Handle("POST /parcels", handler(p.add))
}
