package main

import (
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	"handlers/serving"
	"handlers/store"
)

func requireUser(c *gin.Context) {
	user := store.UserOf(c.Request.Header)
	if user == nil {
		c.Header("WWW-Authenticate", "Bearer")
		c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "unauthenticated"})
		return
	}
	c.Set("user", user)
}

func createUser(c *gin.Context) {
	var input store.User
	if err := c.ShouldBindJSON(&input); err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"error": "a name is needed"})
	}
	user, err := store.CreateUser(input)
	if err != nil {
		c.JSON(http.StatusInternalServerError, gin.H{"error": "not created"})
		return
	}
	c.JSON(http.StatusCreated, user)
}

func showUser(c *gin.Context) {
	user, err := store.FindUser(c.Param("id"))
	if errors.Is(err, store.ErrNotFound) {
		c.JSON(http.StatusBadRequest, gin.H{"error": "no such user"})
		return
	}
	c.JSON(http.StatusOK, user)
}

func updateUser(c *gin.Context) {
	c.JSON(http.StatusNoContent, gin.H{"updated": true})
}

func removeUser(c *gin.Context) {
	user := c.MustGet("user").(*store.User)
	if user.Role != "admin" {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "Unauthorized"})
		return
	}
	c.Status(http.StatusNoContent)
}

func changeUser(c *gin.Context) {
	c.JSON(http.StatusMethodNotAllowed, gin.H{"error": "method_not_allowed"})
}

func pay(c *gin.Context) {
	var order store.Order
	if err := c.ShouldBindJSON(&order); err != nil {
		c.AbortWithStatusJSON(http.StatusBadRequest, gin.H{"error": "an amount is needed"})
		return
	}
	if err := store.DB.Save(order); err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"error": "payment failed"})
		return
	}
	c.JSON(http.StatusOK, gin.H{"paid": true})
}

func order(c *gin.Context) {
	var order store.Order
	if err := c.ShouldBindJSON(&order); err != nil {
		c.AbortWithStatusJSON(422, gin.H{"error": "A quantity is a number."})
		return
	}
	if order.Quantity > 100 {
		c.AbortWithStatusJSON(409, gin.H{"error": "There are not so many."})
		return
	}
	c.Header("Location", "/orders/3")
	c.JSON(http.StatusAccepted, order)
}

func main() {
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.Use(gin.CustomRecoveryWithWriter(nil, func(c *gin.Context, _ any) {
		c.AbortWithStatusJSON(http.StatusInternalServerError, gin.H{"error": "broken"})
	}))
	router.POST("/users", createUser)
	router.GET("/users/:id", showUser)
	router.PUT("/users/:id", updateUser)
	router.DELETE("/users/:id", requireUser, removeUser)
	router.PATCH("/users/:id", changeUser)
	router.GET("/reports", func(c *gin.Context) {
		c.JSON(http.StatusServiceUnavailable, gin.H{"error": "maintenance"})
	})
	router.GET("/teams/:id", func(c *gin.Context) {
		c.AbortWithStatus(http.StatusNotFound)
	})
	router.POST("/payments", pay)
	router.POST("/orders", order)
	router.GET("/old-reports", func(c *gin.Context) {
		c.Redirect(http.StatusPermanentRedirect, "/reports")
	})
	router.GET("/broken", func(c *gin.Context) {
		panic("broken")
	})
	serving.Serve(router)
}
