module example.com/go-fiber

go 1.23
