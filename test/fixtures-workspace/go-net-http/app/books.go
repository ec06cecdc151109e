package app

import "net/http"

type Books struct{ store Store }

func (b *Books) create(w http.ResponseWriter, r *http.Request) {
	if !mayWrite(r) {
		http.Error(w, "you may not write", http.StatusForbidden)
		//                                      ^^^^^^^^^^^^^^^ 403 sent net-http POST /books
		return
	}
	w.WriteHeader(http.StatusAccepted)
	//                 ^^^^^^^^^^^^^^ 202 sent net-http POST /books
}

func (b *Books) show(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "no such book", http.StatusNotFound)
	//                                 ^^^^^^^^^^^^^^ 404 sent net-http GET /books/{id}
}
