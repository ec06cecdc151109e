module example.com/go-gorilla-mux

go 1.23
