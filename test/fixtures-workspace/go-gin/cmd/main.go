package main

import (
	"example.com/shop/handlers"
	"example.com/shop/middleware"
	"example.com/shop/routes"
	"github.com/gin-gonic/gin"
)

func main() {
	r := gin.Default()
	users := handlers.NewUsers(open())
	r.POST("/login", handlers.Login)

	v1 := r.Group("/v1")
	v1.POST("/users", users.Create)

	private := v1.Group("/", middleware.Caller())
	private.GET("/users/:id", users.Show)
	routes.Register(private.Group("/orders"), &handlers.Orders{})
	routes.Admin(r, v1.Group("/admin", middleware.Caller()))
	r.Run()
}
