package api

import (
	"net/http"

	"github.com/gorilla/mux"
)

func AdminRoutes(r *mux.Router) {
	r.HandleFunc("/stock", stock).Methods("GET")
	r.HandleFunc("/books/{id}", Books{}.Remove).Methods("DELETE")
}

func stock(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusNoContent)
	//                 ^^^^^^^^^^^^^^^ 204 sent net-http GET /api/v1/admin/stock
}
