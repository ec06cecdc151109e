package api

import (
	"net/http"

	. "example.com/ferry/failure"
)

func (f *Ferry) show(w http.ResponseWriter, r *http.Request) {
	trip, err := f.trips.Find(r.PathValue("id"))
	if err != nil {
		Send(w, 500, err.Error())
		//      ^^^ 500 sent net-http ! error-detail-leak
		return
	}
	if trip == nil {
		Send(w, 404, "no such trip")
		//      ^^^ 404 sent net-http
		return
	}
	w.Write(trip)
}
