package api

import (
	"database/sql"
	"encoding/json"
	"errors"
	"net/http"

	"example.com/depot/failure"
)

type rejected struct {
	error
	StatusCode int
}

func (p *Parcels) show(w http.ResponseWriter, r *http.Request) error {
	parcel, err := p.store.FindParcel(r.PathValue("id"))
	if errors.Is(err, sql.ErrNoRows) {
		return &failure.Failure{Code: 400, Message: "no such parcel"}
		//                            ^^^ 400 sent in-house ! not-found-is-404
	}
	if err != nil {
		return failure.New(500, "the store does not answer")
		//                 ^^^ 500 sent in-house
	}
	return json.NewEncoder(w).Encode(parcel)
}

func (p *Parcels) add(w http.ResponseWriter, r *http.Request) error {
	var parcel Parcel
	if err := json.NewDecoder(r.Body).Decode(&parcel); err != nil {
		return failure.New(http.StatusInternalServerError, "no parcel")
		//                      ^^^^^^^^^^^^^^^^^^^^^^^^^ 500 sent in-house ! client-fault-is-4xx
	}
	if parcel.Weight > 100 {
		return rejected{errors.New("too heavy"), http.StatusUnprocessableEntity}
		//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^ 422 sent in-house
	}
	if err := p.store.InsertParcel(parcel); err != nil {
		return rejected{error: err, StatusCode: 400}
		//                                      ^^^ 400 sent in-house ! server-fault-is-5xx
	}
	if err := p.store.Weigh(parcel); err != nil {
		return failure.New(500, "not weighed: "+err.Error())
		//                 ^^^ 500 sent in-house ! error-detail-leak
	}
	if p.isFull() {
		p.ended = failure.Exit{Code: 200}
	}
	w.WriteHeader(http.StatusNoContent)
	//                 ^^^^^^^^^^^^^^^ 204 sent net-http
	return nil
}
