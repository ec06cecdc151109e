package api

import "net/http"

type Books struct{}

func (Books) Create(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusConflict)
	//                 ^^^^^^^^^^^^^^ 409 sent net-http POST /api/v1/books
}

func (Books) Remove(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusNoContent)
	//                 ^^^^^^^^^^^^^^^ 204 sent net-http DELETE /api/v1/admin/books/{id}
}
