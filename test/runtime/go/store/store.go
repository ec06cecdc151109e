// Package store is what the handlers have in common: a store of users, and callers who say in a header what they are.
package store

import (
	"errors"
	"net/http"
)

type User struct {
	ID   int    `json:"id"`
	Name string `json:"name" binding:"required"`
	Role string `json:"-"`
}

type Order struct {
	Amount   int `json:"amount"`
	Quantity int `json:"quantity"`
}

var ErrNotFound = errors.New("no such user")

func CreateUser(user User) (*User, error) {
	return &User{ID: 7, Name: user.Name}, nil
}

func FindUser(id string) (*User, error) {
	if id != "7" {
		return nil, ErrNotFound
	}
	return &User{ID: 7, Name: "Ada"}, nil
}

type database struct{}

// DB is out of order.
var DB database

func (database) Save(order Order) error {
	return errors.New("the database does not answer")
}

func UserOf(header http.Header) *User {
	role := header.Get("X-Role")
	if role == "" {
		return nil
	}
	return &User{Role: role}
}
