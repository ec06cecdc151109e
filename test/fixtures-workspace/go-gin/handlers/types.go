package handlers

import "database/sql"

type Users struct {
	db *sql.DB
}

type Orders struct{}

func NewUsers(db *sql.DB) *Users {
	return &Users{db: db}
}
