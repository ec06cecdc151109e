module example.com/go-helpers

go 1.23
